// One request, one stream of events. Aborting it ends the runs on the server.

export class Refused extends Error {
  constructor(status, text) { super(text); this.status = status; }
}

function post(path, body, signal) {
  return fetch(path, {
    method: "POST", body: JSON.stringify(body), signal,
    headers: { "content-type": "application/json" },
  });
}

/** Tells every event to `take(kind, value)`, until the stream ends. */
export async function runStream(body, signal, take) {
  const answer = await post("/api/run", body, signal);
  if (!answer.ok) throw new Refused(answer.status, await answer.text());
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const [kind, data] = block.split("\n");
      take(kind.slice("event: ".length), JSON.parse(data.slice("data: ".length)));
    }
  }
}

/** The policy as a scenario file. */
export async function scenarioFile(body) {
  const answer = await post("/api/scenario", body);
  if (!answer.ok) throw new Refused(answer.status, await answer.text());
  return answer.text();
}

export async function startPage() { return (await fetch("/api/start")).json(); }

/** The class's pooled runs, for the teacher's screen. */
export async function pooledRuns(key) {
  const answer = await fetch("/api/class", { headers: { "x-vigie-key": key } });
  if (!answer.ok) throw new Refused(answer.status, await answer.text());
  return answer.json();
}
