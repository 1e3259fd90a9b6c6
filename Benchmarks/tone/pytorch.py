"""Times PyTorch on an encoder of the same form as the one that is shipped. Run by tone.py in Training's environment."""
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Training"))

import torch  # noqa: E402

from data import read_test  # noqa: E402
from encoder import Encoder, predict  # noqa: E402
from nwtone import Model  # noqa: E402
from settings import EncoderSettings  # noqa: E402
from wordpiece import WordPiece, marked_input  # noqa: E402

settings = EncoderSettings()
pieces = Model.read(ROOT / "Sources/Tone/Resources/english-encoder.nwtone").vocabulary()
tokenizer = WordPiece(pieces)
examples = read_test(Path(sys.argv[1]), "dev")
inputs = [marked_input(tokenizer, e.text, e.start, e.end, settings.pieces, settings.mention_pieces) for e in examples]
torch.manual_seed(0)
# Its weights are drawn: they change what it says, and not how long it takes.
encoder = Encoder(settings, len(pieces))
linear = {torch.nn.Linear}
rounded = torch.ao.quantization.quantize_dynamic(encoder, linear, dtype=torch.qint8)
for name, model in [("fp32", encoder), ("dynamic int8", rounded)]:
    for batch in (1, 16):
        predict(model, inputs[:32], batch)
        began = time.perf_counter()
        predict(model, inputs, batch)
        took = 1000 * (time.perf_counter() - began) / len(inputs)
        print(f"PyTorch {torch.__version__}, {name}, {batch} at a time: {took:.2f} ms a mention")
