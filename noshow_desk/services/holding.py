"""Holding the vault's folder for one window, without a key and without writing."""

from __future__ import annotations

from noshow_desk.storage.folder_hold import FolderHold, FolderTaken, hold

__all__ = ["FolderHold", "FolderTaken", "hold"]
