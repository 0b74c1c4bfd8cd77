dossierSearch("x-32",[[64,1,"Nauru recognises both Abkhazia and South Ossetia, the article says. The dossier dates the recognition to December 2009; the article does not give this date."]])
