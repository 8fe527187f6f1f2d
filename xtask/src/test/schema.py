# Validates files against a schema with jsonschema: `python3 -c … schema files…` prints `good` or `bad` for each file.
import json, sys
from jsonschema import Draft202012Validator as Validator

def read(file):
    with open(file, encoding="utf-8") as text:
        return json.load(text)

schema = read(sys.argv[1])
Validator.check_schema(schema)
for file in sys.argv[2:]:
    print("good" if Validator(schema).is_valid(read(file)) else "bad")
