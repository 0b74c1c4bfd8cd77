dossierSearch("x-49",[])
