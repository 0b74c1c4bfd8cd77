dossierSearch("x-60",[])
