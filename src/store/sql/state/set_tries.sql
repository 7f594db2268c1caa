UPDATE pin SET wrong = ?1, waiting_ms = ?2, since_ms = ?3, trusted = ?4;
