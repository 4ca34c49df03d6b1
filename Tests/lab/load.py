"""Load on loopback: 500 pages that poll while runs go on, beside 300 slow clients.

Bounded in count and time. Prints p50, p99, failures and memory; fails beyond the bar.
"""

import asyncio
import json
import pathlib
import re
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from server import Server, ask

PAGES, SLOW, SECONDS, RUNNERS = 500, 300, 20, 8


def head(server, line, *fields):
    return ("\r\n".join([line, f"Host: {server.host}", *fields]) + "\r\n\r\n").encode()


async def read_answer(reader):
    """One whole answer with a known length; its status."""
    status = int((await reader.readline()).split(b" ")[1])
    length = 0
    while (line := await reader.readline()) not in (b"\r\n", b""):
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    await reader.readexactly(length)
    return status


async def poll(server, key, until, found, number):
    """A page that asks every two seconds on one connection, as the teacher's screen does."""
    await asyncio.sleep(2 * number / PAGES)
    asked = head(server, "GET /api/class HTTP/1.1", f"x-vigie-key: {key}")
    reader = writer = None
    while time.monotonic() < until:
        start = time.monotonic()
        try:
            if writer is None:
                reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(asked)
            await writer.drain()
            status = await asyncio.wait_for(read_answer(reader), 10)
            found.append((time.monotonic() - start, status == 200))
        except (OSError, asyncio.TimeoutError, IndexError, asyncio.IncompleteReadError) as error:
            found.append((time.monotonic() - start, False))
            print("failed:", repr(error))
            writer = None
        await asyncio.sleep(2)
    if writer:
        writer.close()


async def slow(server, until, cut, number):
    """Sends a byte a second: half of them heads, half bodies; comes again when cut."""
    first = (
        b"GET / HTTP/1.1\r\nHost: "
        if number % 2
        else head(
            server,
            "POST /api/run HTTP/1.1",
            f"Origin: http://{server.host}",
            "Content-Type: application/json",
            "Content-Length: 60000",
        )
    )
    while time.monotonic() < until:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(first)
            while time.monotonic() < until:
                await asyncio.sleep(1)
                writer.write(b" " if number % 2 == 0 else b"a")
                await writer.drain()
                if reader.at_eof():
                    break
        except OSError:
            pass
        cut.append(number)
        writer.close()


async def keep_running(server, code, until, made, number):
    """A pupil who asks for another seed as soon as the last runs are made."""
    seed = number * 1_000_000
    while time.monotonic() < until:
        seed += 1
        body = json.dumps(ask(pairs=40, seed=seed, code=code)).encode()
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(
            head(
                server,
                "POST /api/run HTTP/1.1",
                f"Origin: http://{server.host}",
                "Content-Type: application/json",
                f"Content-Length: {len(body)}",
                "Connection: close",
            )
            + body
        )
        data = await reader.read()
        while piece := await reader.read(1 << 20):
            data += piece
        made.append(b'"finished"' in data[-300:])
        writer.close()


async def main():
    server = Server("--class")
    code = re.search(r"code of the class: (\w+)", server.greeting).group(1)
    key = re.search(r"teacher=(\w+)", server.greeting).group(1)
    found, cut, made, until = [], [], [], time.monotonic() + SECONDS
    try:
        await asyncio.gather(
            *(poll(server, key, until, found, number) for number in range(PAGES)),
            *(slow(server, until, cut, number) for number in range(SLOW)),
            *(keep_running(server, code, until, made, number) for number in range(RUNNERS)),
        )
        now, peak = server.memory_mb()
    finally:
        server.stop()
    times = sorted(seconds for seconds, _ in found)
    failed = sum(not good for _, good in found) + sum(not good for good in made)
    p50, p99 = (1000 * times[int(share * (len(times) - 1))] for share in (0.5, 0.99))
    print(
        f"{PAGES} pages, {len(found)} requests in {SECONDS} s; {len(made)} studies of 40 pairs meanwhile; "
        f"{SLOW} slow clients cut {len(cut)} times"
    )
    print(
        f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, {failed} failed, memory {now:.0f} MB, peak {peak:.0f} MB"
    )
    sys.exit(0 if failed == 0 and p99 < 250 and peak < 250 else 1)


asyncio.run(main())
