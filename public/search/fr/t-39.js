dossierSearch("t-39","A9 jS9MtO-GrJ Bm729 qc ")
