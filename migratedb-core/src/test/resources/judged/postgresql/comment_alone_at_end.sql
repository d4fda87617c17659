select 1;

-- nothing; follows