#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Switchboard contributors
# SPDX-License-Identifier: MIT
"""The Python client against our server, once per way of transport."""

import os
import queue
import re
import subprocess
import sys
import threading
import time
import traceback

try:
    import engineio
    import socketio
except ImportError:
    print("1..0 # SKIP python3-socketio is missing")
    sys.exit(77)

WAYS = {
    "polling": ["polling"],
    "websocket": ["websocket"],
    "upgrade": ["polling", "websocket"],
}
# The client gives up on longer answers to a poll; this is its documented way around.
engineio.payload.Payload.max_decode_packets = 1000
# python-engineio falls back to polling without a word when this is missing.
try:
    import websocket  # noqa: F401
except ImportError:
    WAYS = {"polling": ["polling"]}
    print("# python3-websocket is missing, so only polling is checked")


class Server:
    def __init__(self, path):
        self.process = subprocess.Popen(
            [path, "--headless", "--host", "127.0.0.1", "--port", "0"],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.url = re.match(r"listening on (\S+)", line).group(1)

    def stop(self):
        self.process.terminate()
        return self.process.wait(timeout=6)


class Client:
    """One client in one namespace; what comes is queued by event."""

    def __init__(self, url, transports, namespace="/test", auth=None):
        self.namespace = namespace
        self.events = queue.Queue()
        self.client = socketio.Client(reconnection=False)
        # python-socketio hands over the arguments one by one.
        for event in ("auth", "echo", "told", "answered", "number", "disconnect", "welcome"):
            self.client.on(event, self._keep(event), namespace=namespace)
        self.client.on("question", lambda text: f"answer to {text}", namespace=namespace)
        self.client.connect(url, transports=transports, namespaces=[namespace], auth=auth, wait_timeout=5)

    def _keep(self, event):
        return lambda *args: self.events.put((event, args))

    def next(self, event):
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            try:
                name, args = self.events.get(timeout=0.1)
            except queue.Empty:
                continue
            if name == event:
                return args
        raise AssertionError(f"no {event} within 5 s")

    def emit(self, event, *args):
        self.client.emit(event, args, namespace=self.namespace)

    def ask(self, event, *args):
        return self.client.call(event, args, namespace=self.namespace, timeout=5)

    def close(self):
        self.client.disconnect()


def auth(url, way):
    client = Client(url, way, namespace="/", auth={"token": "123"})
    assert client.next("auth") == ({"token": "123"},)
    client.close()


def refused(url, way):
    try:
        Client(url, way, auth={"token": "wrong"})
    except socketio.exceptions.ConnectionError:
        return
    raise AssertionError("a wrong token was let in")


def dynamic(url, way):
    client = Client(url, way, namespace="/room-7")
    assert client.next("welcome") == ("/room-7",)
    client.close()


def values(url, way):
    client = Client(url, way)
    sent = (1, "ünï \U0001f600", True, None, [1, {"a": []}])
    client.emit("echo", *sent)
    assert client.next("echo") == sent
    client.close()


def binary(url, way):
    client = Client(url, way)
    sent = {"deep": [bytes([0, 1, 255])]}
    assert client.ask("echo", sent) == sent
    assert client.next("echo") == (sent,)
    client.close()


def acks(url, way):
    client = Client(url, way)
    assert client.ask("slow-ack") == "late"
    client.emit("ask-me", "that")
    assert client.next("answered") == ("answer to that",)
    client.close()


def rooms(url, way):
    inside, outside = Client(url, way), Client(url, way)
    assert inside.ask("join", "den") is True
    outside.emit("tell", "den", "hello")
    assert inside.next("told") == ("hello",)
    inside.close()
    outside.close()


def order(url, way):
    client = Client(url, way)
    for number in range(200):
        client.emit("number", number)
    for number in range(200):
        assert client.next("number") == (number,)
    assert tuple(client.ask("numbers-seen")) == (200, True)
    client.close()


def kicked(url, way):
    client = Client(url, way)
    client.emit("kick", True)
    client.next("disconnect")


CHECKS = [auth, refused, dynamic, values, binary, acks, rooms, order, kicked]


def give_up(server):
    print("Bail out! 90 s are over", flush=True)
    server.process.kill()
    os._exit(1)


def main():
    # Whatever hangs, this script ends.
    server = Server(sys.argv[1])
    watchdog = threading.Timer(90, give_up, [server])
    watchdog.daemon = True
    watchdog.start()
    print(f"1..{len(WAYS) * len(CHECKS) + 1}")
    number = failed = 0
    for way, transports in WAYS.items():
        for check in CHECKS:
            number += 1
            try:
                check(server.url, transports)
                print(f"ok {number} - {way}: {check.__name__}")
            except Exception:
                failed += 1
                print(f"not ok {number} - {way}: {check.__name__}")
                traceback.print_exc(file=sys.stdout)
    code = server.stop()
    print(f"{'ok' if code == 0 else 'not ok'} {number + 1} - the server stops cleanly")
    sys.stdout.flush()
    # Without waiting for threads the clients may have left behind.
    os._exit(1 if failed or code != 0 else 0)


main()
