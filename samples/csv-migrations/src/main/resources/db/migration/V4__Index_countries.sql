CREATE INDEX countries_by_continent ON countries (continent);
