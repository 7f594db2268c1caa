SELECT documents, checksum FROM generation WHERE id = ?1;
