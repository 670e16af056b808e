"""What ``goldenthread check`` prints and writes."""
