"""What could let a child, family member or criticised worker be recognised."""
