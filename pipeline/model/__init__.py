"""The hall: frozen slotted dataclasses that the stages hand to each other; standard library only."""
