// What failed, a line of JSON each, and how many tests ran. With SITE_SCRIPTS_FIRST_ALONE the first failure ends the run.

export default async function* report(source) {
  let count = 0;
  for await (const { type, data } of source) {
    if (type === "test:pass") count++;
    if (type !== "test:fail") continue;
    const { cause } = data.details.error;
    yield JSON.stringify({ file: data.file, claim: data.name, reason: String(cause?.stack ?? cause ?? data.details.error) }) + "\n";
    if (process.env.SITE_SCRIPTS_FIRST_ALONE) process.exit(1);
  }
  yield JSON.stringify({ passed: count }) + "\n";
}
