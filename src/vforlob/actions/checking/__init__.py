"""What `tjek` looks at, one module an area. Knows no screen."""
