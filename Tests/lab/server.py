"""A server of one's own on a free port, and requests to it. Only loopback."""

import http.client
import json
import os
import pathlib
import socket
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build-lab/release/vigie-lab"
VIGIE = ROOT / ".build-lab/release/vigie"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """Runs the program from another folder: it needs no working directory."""

    def __init__(self, *options):
        self.port = free_port()
        self.host = f"127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            [PROGRAM, "--port", str(self.port), *options],
            cwd="/",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.greeting = ""
        while "Ctrl-C" not in self.greeting:
            line = self.process.stdout.readline()
            if not line:
                raise RuntimeError("the server did not start: " + self.greeting)
            self.greeting += line

    @property
    def address(self):
        return f"http://{self.host}/"

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    def memory_mb(self):
        """Resident memory now and at its peak."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        found = {
            line.split(":")[0]: line.split()[1] for line in status.splitlines() if "kB" in line
        }
        return int(found["VmRSS"]) / 1024, int(found["VmHWM"]) / 1024

    def processor_seconds(self):
        fields = (
            pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        )
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def request(self, method, path, body=None, headers=None, timeout=30):
        """One request on a connection of its own: status, headers, bytes."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            link.request(method, path, body, headers or {})
            answer = link.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            link.close()

    def post(self, path, body, **others):
        """As the page sends it."""
        text = body if isinstance(body, (str, bytes)) else json.dumps(body)
        headers = {"content-type": "application/json", "origin": f"http://{self.host}"}
        headers.update(others)
        return self.request("POST", path, text, headers)

    def run(self, **changes):
        """The events of a whole run: kind and value."""
        status, _, body = self.post("/api/run", ask(**changes))
        assert status == 200, body
        return events(body.decode())

    def raw(self, data, wait=15.0):
        """Sends bytes as they are; what comes back until the server closes, and how long it took."""
        start = time.monotonic()
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as link:
            link.sendall(data)
            answer = b""
            try:
                while piece := link.recv(65536):
                    answer += piece
            except (TimeoutError, ConnectionError):
                pass
        return answer, time.monotonic() - start


def ask(**changes):
    body = {"preset": "questions/1-face-check", "seed": 1, "pairs": 6, "set": {}}
    body.update(changes)
    return body


def events(text):
    found = []
    for block in text.strip().split("\n\n"):
        kind, data = block.split("\n")
        found.append((kind.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return found
