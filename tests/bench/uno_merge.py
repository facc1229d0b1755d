"""LibreOffice's own mail merge, driven through its UNO bridge by a Python that has it (not by ours).

`python uno_merge.py PIPE FOLDER COUNT` asks the LibreOffice that listens on PIPE to merge FOLDER/letter.docx
with a table of COUNT people into one PDF, FOLDER/out, and prints the seconds of the merging alone.
"""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

TABLE, TO_FILE = 0, 2  # com.sun.star.sdb.CommandType, com.sun.star.text.MailMergeType
NAME = "people"
PLACE = "Ms. Alvarez"  # words of the letter that a field takes the place of
TRIES, PAUSE_S = 150, 0.2


def connected(pipe: str):
    """Return the context of the LibreOffice that listens on `pipe`."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _try in range(TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(PAUSE_S)
    raise SystemExit("LibreOffice did not answer")


def properties(**values: object) -> tuple:
    """Return named values as UNO takes them."""
    made = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def register(make, folder: Path, count: int) -> None:
    """Make `count` people known as a data source: a CSV file in a folder."""
    data = folder / "data"
    data.mkdir()
    rows = "".join(f"Ms. Alvarez-{number}\n" for number in range(count))
    (data / f"{NAME}.csv").write_text(f"who\n{rows}", encoding="utf-8")
    sources = make("com.sun.star.sdb.DatabaseContext")
    source = sources.createInstance()
    source.URL = f"sdbc:flat:{data.as_uri()}"
    source.Info = properties(Extension="csv", HeaderLine=True, FieldDelimiter=",", StringDelimiter='"')
    source.DatabaseDocument.storeAsURL((folder / f"{NAME}.odb").as_uri(), ())
    sources.registerObject(NAME, source)


def prepare(make, folder: Path) -> Path:
    """Return the letter with a field where PLACE stood, as a document that can be merged."""
    loaded = make("com.sun.star.frame.Desktop").loadComponentFromURL(
        (folder / "letter.docx").as_uri(), "_blank", 0, properties(Hidden=True)
    )
    search = loaded.createSearchDescriptor()
    search.SearchString = PLACE
    found = loaded.findAll(search)
    assert found.getCount(), "the letter does not name who it goes to"
    for at in range(found.getCount()):
        master = loaded.createInstance("com.sun.star.text.fieldmaster.Database")
        master.DataBaseName, master.DataTableName, master.DataColumnName = NAME, NAME, "who"
        field = loaded.createInstance("com.sun.star.text.textfield.Database")
        field.attachTextFieldMaster(master)
        place = found.getByIndex(at)
        place.Text.insertTextContent(place, field, True)
    target = folder / "letter.odt"
    loaded.storeAsURL(target.as_uri(), properties(FilterName="writer8"))
    loaded.close(True)
    return target


def merge(make, letter: Path, out: Path) -> float:
    """Merge `letter` with the people into one PDF in `out`; return the seconds."""
    merging = make("com.sun.star.text.MailMerge")
    merging.DataSourceName, merging.CommandType, merging.Command = NAME, TABLE, NAME
    merging.DocumentURL, merging.OutputURL = letter.as_uri(), out.as_uri()
    merging.OutputType, merging.SaveFilter, merging.SaveAsSingleFile = TO_FILE, "writer_pdf_Export", True
    began = time.perf_counter()
    merging.execute(())
    return time.perf_counter() - began


def main(pipe: str, folder: Path, count: int) -> None:
    """Merge, print the seconds, and let LibreOffice end."""
    context = connected(pipe)

    def make(name: str):
        return context.ServiceManager.createInstanceWithContext(name, context)

    try:
        register(make, folder, count)
        out = folder / "out"
        out.mkdir()
        print(merge(make, prepare(make, folder), out))
    finally:
        with contextlib.suppress(DisposedException):  # it goes while it answers
            make("com.sun.star.frame.Desktop").terminate()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
