"""Where in a recording (16 bits, one channel, 48,000 a second, no header) the last sound is: prints its second, 0 for silence."""

import array
import sys

samples = array.array("h")
with open(sys.argv[1], "rb") as file:
    data = file.read()
samples.frombytes(data[: len(data) // 2 * 2])
loud = next((at for at in range(len(samples) - 1, -1, -1) if abs(samples[at]) > 300), 0)
print(f"{loud / 48000:.3f}")
