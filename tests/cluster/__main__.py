"""`python -m tests.cluster`: Redis with a replica and Sentinel, three nodes, and a proxy in front, until Ctrl+C."""

from __future__ import annotations

import asyncio
import signal
import tempfile
from pathlib import Path

import click

from tests.cluster.cluster import Cluster, cluster


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=8012, show_default=True, help="The proxy's port."
)
@click.option("--nodes", type=click.IntRange(1, 9), default=3, show_default=True)
def main(port: int, nodes: int) -> None:
    """Run a cluster on this machine, to look at it and to break it by hand."""
    with tempfile.TemporaryDirectory(prefix="palabra-cluster-") as folder:
        asyncio.run(_run(Path(folder), nodes, port))


async def _run(folder: Path, nodes: int, port: int) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with cluster(folder, nodes=nodes, port=port) as running:
        click.echo(_table(running))
        await stop.wait()
        click.echo("Stopping.")


def _table(running: Cluster) -> str:
    """Everybody's link, and what there is to kill."""
    links = (f"{link.actor!s:<24} {link.url}" for link in running.access.links(running.setup, running.url))
    nodes = (f"{node.name}: process {node.pid}, {node.url}, log {node.log}" for node in running.nodes)
    trio = running.trio
    redis = (
        f"Redis {'master' if member is trio.master else 'replica'}: process {member.pid}, port {member.port}"
        for member in trio.members
    )
    about = f"Sentinel: port {trio.sentinel.port}. What is killed is started again; Ctrl+C ends all."
    return "\n".join((*links, "", *nodes, *redis, about))


if __name__ == "__main__":
    main()
