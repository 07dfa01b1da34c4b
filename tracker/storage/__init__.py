"""The way between case files on a disk, core values behind them."""
