dossierSearch("x-39",[])
