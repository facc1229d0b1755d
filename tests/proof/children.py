"""Doing things in child processes that may crash, hang or be killed, without the proof itself ending.

Children are forked, so that they start with everything imported; a system without fork skips such rows.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from typing import BinaryIO

Trial = Callable[[int], str | None]

CAN_FORK = hasattr(os, "fork")
NO_FORK = "this system cannot fork"


def each(trial: Trial, numbers: range, *, seconds: float = 30.0) -> Iterator[str | None]:
    """Run `trial` for each number in a child and yield what it says is wrong, None when nothing is.

    A child that dies or takes longer than `seconds` for one number is that number's answer, and a new one
    goes on with the next.
    """
    following = numbers.start
    while following < numbers.stop:
        for answer in _one_child(trial, range(following, numbers.stop), seconds):
            yield answer
            following += 1


def _one_child(trial: Trial, numbers: range, seconds: float) -> Iterator[str | None]:
    child, pipe = start(lambda out: _answer(trial, numbers, out))
    with pipe:
        for number in numbers:
            ready, _, _ = select.select([pipe], [], [], seconds)
            text = pipe.readline() if ready else b""
            if not text.endswith(b"\n"):
                how = "hung" if not ready else f"ended with {_ended(child)}"
                kill(child)
                yield f"number {number}: the process {how}"
                return
            yield json.loads(text)
    kill(child)


def start(task: Callable[[int], None]) -> tuple[int, BinaryIO]:
    """Fork a child that runs `task` with the number of a pipe to write to; return it and the pipe's end."""
    read, write = os.pipe()
    sys.stdout.flush()
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # of 3.12: a thread somewhere else is none of ours
        child = os.fork()
    if child:
        os.close(write)
        return child, os.fdopen(read, "rb", buffering=1 << 16)
    try:
        os.close(read)
        task(write)
        os._exit(0)
    except BaseException:  # the end of a process: nothing may come back into the parent's code
        traceback.print_exc()
        os._exit(70)


def kill(child: int) -> None:
    """End a child at once, as a power cut ends a program, and wait until it is gone."""
    try:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    except (ProcessLookupError, ChildProcessError):
        return


def killed_after(task: Callable[[int], None], delay: float) -> bytes:
    """Run `task` in a child, kill it `delay` seconds after its first word, and return all that it wrote.

    A child that ends by itself before is fine.
    """
    child, pipe = start(task)
    with pipe:
        told = os.read(pipe.fileno(), 1 << 16)
        until = time.monotonic() + delay
        while told and (left := until - time.monotonic()) > 0:
            if select.select([pipe], [], [], left)[0]:
                more = os.read(pipe.fileno(), 1 << 16)
                told += more
                if not more:
                    break
        kill(child)
        while more := os.read(pipe.fileno(), 1 << 16):
            told += more
        return told


def _answer(trial: Trial, numbers: range, out: int) -> None:
    for number in numbers:
        try:
            wrong = trial(number)
        except Exception as error:  # what nobody expected is what the proof is there to find
            wrong = f"number {number}: {type(error).__name__} at {_place(error)}"
        os.write(out, json.dumps(wrong).encode() + b"\n")


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "noshow_desk" in frame.filename] or list(frames)
    return f"{os.path.basename(ours[-1].filename)}:{ours[-1].lineno}"  # noqa: PTH119 - a name, no path


def _ended(child: int) -> str:
    _pid, status = os.waitpid(child, 0)
    return f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"code {os.WEXITSTATUS(status)}"
