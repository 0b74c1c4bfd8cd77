dossierSearch("x-56",[])
