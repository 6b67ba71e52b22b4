"""Somebody without a socket: calls for news and posts commands, as the protocol says."""

from __future__ import annotations

import json
import secrets
from typing import Any

import aiohttp
import msgspec

from server.dialogue.registry import AnyCommand
from server.wire.messages import News, ViewMessage
from server.wire.patch import apply


class Caller:
    """Keeps a view by calls. `http` knows the server; no token is the public's."""

    def __init__(self, http: aiohttp.ClientSession, token: str = "", device: str = "") -> None:
        self.http = http
        self.headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.device = device
        self.epoch = ""
        self.seq = -1
        self.as_of = ""
        self.acted = ""
        self.view: dict[str, Any] = {}
        self.config = ""
        self.configuration: dict[str, Any] = {}

    async def get(self, **query: Any) -> tuple[int, Any]:
        """Status and body of a call for news."""
        asked: dict[str, Any] = {"epoch": self.epoch, "seq": self.seq, "as_of": self.as_of}
        asked |= {"acted": self.acted, "config": self.config, "device": self.device} | query
        async with self.http.get("/api/view", params=asked, headers=self.headers) as response:
            assert response.headers["Cache-Control"] == "no-store"
            return response.status, json.loads(await response.read())

    async def call(self, **query: Any) -> News:
        """Ask for news and take them in; they are of the protocol, field by field."""
        status, body = await self.get(**query)
        assert status == 200, body
        news = msgspec.convert(body, News)
        if isinstance(news.view, ViewMessage):
            if isinstance(news.view.configuration, dict):
                self.config, self.configuration = news.view.config, news.view.configuration
            assert news.view.config == self.config, "the configuration is missing"
            self.epoch, self.seq, self.as_of = news.view.epoch, news.view.seq, news.view.as_of
            self.view = apply(self.configuration, news.view.view)
        for change in news.changes or ():
            assert change.prev == self.seq, "a change was lost"
            self.seq, self.as_of = change.seq, change.as_of
            self.view = apply(self.view, change.patch)
        assert news.beat.seq == self.seq
        return news

    async def post(self, body: bytes) -> tuple[int, Any]:
        """Status and body of a command in any form."""
        query = {"device": self.device}
        async with self.http.post("/api/command", data=body, params=query, headers=self.headers) as response:
            assert response.headers["Cache-Control"] == "no-store"
            return response.status, json.loads(await response.read())

    async def do(self, command: AnyCommand, command_id: str = "") -> Any:
        """The dialogue's answer to a command."""
        message = {"id": command_id or secrets.token_hex(8), "command": msgspec.to_builtins(command)}
        status, answer = await self.post(json.dumps(message).encode())
        assert status == 200, answer
        self.acted = answer.get("as_of", self.acted)
        return answer

    async def press(self) -> str:
        """Do what the console's context button offers now; return which act that was."""
        await self.call()
        primary = self.view["primary"]
        answer = await self.do(msgspec.convert(primary["command"], AnyCommand))
        assert answer["answer"] == "accepted", answer
        return str(primary["act"])
