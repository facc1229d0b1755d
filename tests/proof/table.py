"""The rows of the proof, in order. To add one: a function that counts, and its line here."""

from __future__ import annotations

from tests.proof import (
    crashes,
    damage,
    doors,
    killed_acts,
    killed_writers,
    lost_typing,
    memory,
    names,
    plaintext,
    power_cuts,
    speed,
    tables,
    templates,
)
from tests.proof.rows import Row

ROWS: tuple[Row, ...] = (
    Row(
        key="writers",
        what="kill -9 while typing and saving: acknowledged writes lost",
        quick=6, full=200, release=10_000,
        measure=killed_writers.killed_writers,
    ),
    Row(
        key="typing",
        what="typing lost at a crash: more than a second of it",
        quick=2, full=36, release=500,
        measure=lost_typing.typing_lost,
    ),
    Row(
        key="backup-kills",
        what="kills inside a backup: vault or backups unusable",
        quick=6, full=150, release=500,
        measure=killed_acts.inside("backup"),
    ),
    Row(
        key="restore-kills",
        what="kills inside a restore: unusable, or the current vault gone",
        quick=6, full=150, release=500,
        measure=killed_acts.inside("restore"),
    ),
    Row(
        key="passphrase-kills",
        what="kills inside a change of passphrase: unusable",
        quick=10, full=150, release=500,
        measure=killed_acts.inside("passphrase"),
    ),
    Row(
        key="rekey-kills",
        what="kills inside a change of keys: unusable",
        quick=6, full=150, release=500,
        measure=killed_acts.inside("rekey"),
    ),
    Row(
        key="migration-kills",
        what="kills inside a migration: unusable",
        quick=6, full=150, release=500,
        measure=killed_acts.inside("migration"),
    ),
    Row(
        key="erasing-kills",
        what="kills inside the erasing of a person: half erased, unusable",
        quick=4, full=100, release=500,
        measure=killed_acts.inside("erasing"),
    ),
    Row(
        key="making-kills",
        what="kills inside the making of a vault: half a vault",
        quick=4, full=100, release=500,
        measure=killed_acts.inside("making"),
    ),
    Row(
        key="power-cuts",
        what="simulated power cuts, torn and dropped writes: lost or corrupt",
        quick=20, full=1_500, release=30_000,
        measure=power_cuts.power_cuts,
    ),
    Row(
        key="backups",
        what="damaged backups: wrong restores",
        quick=40, full=3_000, release=10_000,
        measure=damage.backups_damaged,
    ),
    Row(
        key="databases",
        what="damaged databases: crashes, silently wrong rows",
        quick=40, full=5_000, release=20_000,
        measure=damage.databases_damaged,
    ),
    Row(
        key="logs",
        what="damaged write-ahead logs: opened as the vault never was",
        quick=20, full=1_000, release=5_000,
        measure=damage.logs_damaged,
    ),
    Row(
        key="hostile-templates",
        what="hostile templates: escapes, hangs, memory",
        quick=1_000, full=1_000, release=1_000,
        measure=templates.hostile_templates,
    ),
    Row(
        key="generated-templates",
        what="generated templates: escapes, hangs",
        quick=300, full=100_000, release=1_000_000,
        measure=templates.generated_templates,
    ),
    Row(
        key="names",
        what="hostile names: unexpected errors, unsafe file names",
        quick=60, full=5_000, release=50_000,
        measure=names.hostile_names,
    ),
    Row(
        key="searches",
        what="hostile searches: unexpected errors",
        quick=200, full=20_000, release=50_000,
        measure=names.hostile_searches,
    ),
    Row(
        key="tables",
        what="hostile CSV files: unexpected errors, cells changed",
        quick=100, full=5_000, release=50_000,
        measure=tables.hostile_tables,
    ),
    Row(
        key="archives",
        what="hostile archives as Excel files: unexpected errors, time, memory",
        quick=7, full=100, release=1_000,
        measure=tables.hostile_archives,
    ),
    Row(
        key="plaintext-windows",
        what="plain text in any file written in a run through the windows",
        quick=1, full=2, release=2,
        measure=plaintext.in_windows,
    ),
    Row(
        key="network",
        what="network connections in a run through the windows",
        quick=1, full=2, release=2,
        measure=doors.network,
    ),
    Row(
        key="record-files",
        what="files or addresses opened because of text in a record",
        quick=1, full=2, release=2,
        measure=doors.opened,
    ),
    Row(
        key="crash-reports",
        what="personal data in crash reports, logs and output after errors",
        quick=20, full=200, release=2_000,
        measure=crashes.crash_reports,
    ),
    Row(
        key="plaintext",
        what="plain text or keys in any file: vault, log, backup, temporary",
        quick=1, full=10, release=100,
        measure=plaintext.plain_text,
    ),
    Row(
        key="memory",
        what="names or keys in memory after the desk was locked",
        quick=1, full=6, release=60,
        measure=memory.remembered,
    ),
    Row(
        key="speed",
        what="unlock, lock or backup: more than four times its goal",
        quick=60, full=5_000, release=5_000,
        measure=speed.waited_for,
    ),
)  # fmt: skip
