dossierSearch("x-20",[[83,1,"Le point sur la carte indique Tagtabazar même, et non le point de passage voisin où a eu lieu, selon l’article, l’attaque de juin 2018."]])
<!-- dossier: search/fr/x-20.js -->
