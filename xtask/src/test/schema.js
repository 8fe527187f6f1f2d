// Validates files against a schema with ajv: `node -e … ajv schema files…` prints `good` or `bad` for each file.
const [ajv, schema, ...files] = process.argv.slice(1);
const { readFileSync } = require("node:fs");
const Ajv = require(ajv).default;
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const validate = new Ajv({ allErrors: true }).compile(read(schema));
for (const file of files) console.log(validate(read(file)) ? "good" : "bad");
