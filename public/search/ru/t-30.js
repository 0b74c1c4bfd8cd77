dossierSearch("t-30","A0 zF B2 59B B5 59B Bx 59B ")
