"""What changes what is known of children: keyword-only functions, each one act."""
