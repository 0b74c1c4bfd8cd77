dossierSearch("x-2",[[11,1,"Tuvalu, qui a reconnu l’Ossétie du Sud, est le dernier État que l’article nomme à propos de celle-ci. Un rectificatif dans la section signale ce que l’article omet : Tuvalu a reconnu aussi l’Abkhazie. Les deux reconnaissances datent de septembre 2011, et toutes deux ont été retirées le 31 mars 2014."]])
<!-- dossier: search/fr/x-2.js -->
