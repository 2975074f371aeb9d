// Reads a list of FHIR R4 resources from standard input; writes for each the list of what is wrong with it.
const { Fhir } = require("fhir");
const fhir = new Fhir();
const resources = JSON.parse(require("fs").readFileSync(0, "utf8"));
const wrong = resources.map((resource) =>
  fhir
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter((message) => ["fatal", "error"].includes(message.severity))
    .map((message) => `${message.resourceId} ${message.location}: ${message.message}`),
);
process.stdout.write(JSON.stringify(wrong));
