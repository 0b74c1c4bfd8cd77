dossierSearch("t-43a","Aказахстан _Z J= _Z Bиргизия nOxvB I= nO Gская nO K_республика= nO Bоллективной _HnU Bыргызстан nOxvB K= nO ")
