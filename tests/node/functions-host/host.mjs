// Serves the function that function.mjs registers, with the requests and responses of the real @azure/functions.
import { createServer } from "node:http";
import functions from "@azure/functions";
import "./function.mjs";

const { HttpRequest, HttpResponse } = functions;
const { metadata, handler } = globalThis.registered;
const trigger = Object.values(metadata.bindings).find((binding) => binding.type === "httpTrigger");

createServer(async (request, response) => {
  if (!trigger.methods.includes(request.method)) {
    response.writeHead(405).end();
    return;
  }
  const body = [];
  for await (const part of request) {
    body.push(part);
  }
  const call = new HttpRequest({
    method: request.method,
    url: `http://127.0.0.1${request.url}`,
    headers: request.headers,
    body: { bytes: Buffer.concat(body) },
  });
  const answer = new HttpResponse(await handler(call, { warn: console.error }));
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
}).listen(0, "127.0.0.1", function () {
  console.log(this.address().port);
});
