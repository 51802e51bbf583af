// One long-lived judge. Its first line is a list of schemas. Every other line is
// [schema's $id, text], or null at the end of a batch, which it answers with one
// line: for each text 1 if it satisfies the schema, 0 if not. Numbers are what
// JSON.parse makes of them.

import { createInterface } from "node:readline";
import Ajv from "ajv/dist/2020.js";

const ajv = new Ajv({
  strict: true,
  // A member that can be null has "type": ["string", "null"].
  allowUnionTypes: true,
  // Otherwise a missing member called "constructor" counts as there.
  ownProperties: true,
});

let ready = false;
let answers = "";

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const message = JSON.parse(line);
  if (!ready) {
    for (const schema of message) ajv.addSchema(schema);
    ready = true;
    continue;
  }
  if (message === null) { // the end of a batch
    process.stdout.write(answers + "\n");
    answers = "";
    continue;
  }
  const [schema, text] = message;
  answers += ajv.getSchema(schema)(JSON.parse(text)) ? "1" : "0";
}
