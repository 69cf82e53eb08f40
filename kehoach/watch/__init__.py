"""The drop folder: files taken when they are whole, each once, and every refusal explained."""
