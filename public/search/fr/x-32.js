dossierSearch("x-32",[[64,1,"Nauru reconnaît l’Abkhazie et l’Ossétie du Sud, dit l’article. Le dossier date cette reconnaissance de décembre 2009 ; l’article n’en donne pas la date."]])
