"""Everything that rests: tables, store, queries, encryption, retention, migrations and the partners' programmes."""
