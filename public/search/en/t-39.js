dossierSearch("t-39","A9 jS-MtO9GrJ Bm729 qc ")
