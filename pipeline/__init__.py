"""Rådspor: from the PDFs of a Danish council to the trail from citizen story to decision."""
