"""Would a mention's score gain from the sentence after it, where that goes on with a pronoun? Needs a built tool.

python3 Training/pronouns.py [NEWSWATCHCTL]. docs/decisions/0016-tone-models.md has the answer.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KINDS = {
    "carried": "neutral, and the next sentence judges the same person",
    "same": "judged, and the next sentence goes on so or plainly",
    "neutral": "neutral, and so is the next sentence about the same person",
    "other": "the pronoun is another person's, who is judged",
}
ALERT = -0.4
"""The limit of the sample rule."""

Row = dict


def scores(tool: str, rows: list[Row], text: Callable[[Row], str]) -> list[dict]:
    lines = [json.dumps({"text": text(row), "from": row["from"], "to": row["to"], "lang": "en"}) for row in rows]
    answer = subprocess.run([tool, "tone", "--json", "--engine", "encoder"], input="\n".join(lines) + "\n",
                            capture_output=True, text=True, check=True)  # fmt: skip
    return [json.loads(line) for line in answer.stdout.splitlines()]


def goes_on(row: Row) -> bool:
    """With "he" or "she", after a sentence that has no other name: else the pronoun may be anybody's."""
    others = (row["text"][: row["from"]] + row["text"][row["to"] : row["first"]]).split()[1:]
    names = any(word.lstrip("“\"(")[:1].isupper() for word in others)
    return not names and re.match(r"(but |yet )?s?he\b", row["text"][row["first"] + 1 :], re.IGNORECASE) is not None


def main() -> None:
    tool = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/debug/newswatchctl")
    path = ROOT / "Training/targets/pronouns.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    alone = scores(tool, rows, lambda row: row["text"][: row["first"]])
    both = scores(tool, rows, lambda row: row["text"])
    ways = {
        "its own sentence": alone,
        "both sentences, always": both,
        "both, where he or she can only be the mention": [b if goes_on(r) else a for r, a, b in zip(rows, alone, both)],
    }
    print(f"pairs that can only be the mention: {sum(map(goes_on, rows))} of {len(rows)}")
    for name, judged in ways.items():
        print(name)
        for kind, what in KINDS.items():
            right = [row["both"] == one["label"] for row, one in zip(rows, judged) if row["kind"] == kind]
            print(f"    {sum(right)} of {len(right)} right: {what}")
        alerts = [row["both"] for row, one in zip(rows, judged) if one["score"] <= ALERT]
        print(f"    at or below {ALERT}: {alerts.count(-1)} of {sum(r['both'] == -1 for r in rows)} that should be, "
              f"{len(alerts) - alerts.count(-1)} that should not")  # fmt: skip


main()
