"""Our content and our cases in other people's standards: HSDS 3.0, FHIR R4 and Primero v2."""
