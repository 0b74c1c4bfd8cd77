dossierSearch("x-106",[[213,1,"L’article range le Nicaragua parmi les membres de l’ONU qui reconnaissent l’Abkhazie et l’Ossétie du Sud. La date, le 5 septembre 2008, est ajoutée par le dossier."]])
