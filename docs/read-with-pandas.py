"""The yearly North Sea Port table from the data package, with pandas (and pyarrow)."""
import json
import sys
from pathlib import Path

import pandas as pd

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out/north-sea-port")
package = json.loads((folder / "data/datapackage.json").read_text("utf-8"))
totals = pd.read_parquet(folder / "data/joint_total.parquet").astype({"total_at_least": float, "reported_likely": float})
claims = pd.read_parquet(folder / "data/observation.parquet").astype({"value": float})
print(package["title"], "-", package["name"])
print(totals[["period", "total_at_least", "reported_likely", "likely_state", "status", "missing"]].to_string(index=False))
port = claims[(claims["place"] == "NLVLI") & (claims["basis"] == "seized_in_port") & (claims["substance"] == "COC")]
print(port[["period_start", "value", "unit", "wording", "publication"]].sort_values("period_start").to_string(index=False))
