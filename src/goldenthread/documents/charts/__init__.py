"""Charts: one model, drawn as SVG here and natively in slides and workbooks by the renderers."""
