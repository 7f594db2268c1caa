### The page on which staff measure the screen with a card.

measure-title = Measure the screen with a bank card
measure-how = Hold the card against the top left of the outline, then bring the right edge of the outline to the edge of the card.
measure-keys = Touch the screen, or use ← → (↑ ↓ for larger steps). Enter when it fits, Esc to give up.
measure-done = It fits
